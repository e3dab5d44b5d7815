/** Who signs in, and who belongs together. */
export type PeopleTables = {
  person: {
    id: string;
    name: string;
    email: string | null;
    created_at: string;
    unconfirmed_email: string | null;
    language: string;
  };
  passkey: {
    id: string;
    person_id: string;
    public_key: string;
    counter: number;
    transports: string;
    name: string;
    created_at: string;
    last_used_at: string | null;
  };
  passkey_challenge: { id: string; challenge: string; person_id: string | null; expires_at: string };
  session: {
    id: string;
    token_hash: string;
    person_id: string;
    created_at: string;
    last_seen_at: string;
    expires_at: string;
    confirmed_at: string;
    mark_hash: string | null;
    browser: string;
    machine: string;
  };
  known_browser: {
    mark_hash: string;
    person_id: string;
    last_used_at: string;
    forgotten_at: string | null;
  };
  recovery_code: { code_hash: string; person_id: string; created_at: string; used_at: string | null };
  sign_in_attempt: {
    id: string;
    person_id: string | null;
    link_hash: string;
    code_hash: string;
    tries: number;
    created_at: string;
    expires_at: string;
    used_at: string | null;
    purpose: string;
  };
  family: { id: string; created_at: string };
  member: {
    family_id: string;
    person_id: string;
    role: string;
    signs_as: string;
    created_at: string;
    role_since: string;
  };
  consent: {
    family_id: string;
    what: string;
    about_id: string;
    wanted_by: string;
    asked_at: string;
    due_at: string | null;
    objected_by: string | null;
    objected_at: string | null;
  };
  offer: {
    id: string;
    family_id: string;
    person_id: string;
    offered_by: string;
    what: string;
    offered_at: string;
    accepted_at: string | null;
  };
  invitation: {
    id: string;
    family_id: string;
    role: string;
    name: string;
    email: string | null;
    token_hash: string;
    invited_by: string;
    created_at: string;
    expires_at: string;
    accepted_by: string | null;
    accepted_at: string | null;
    revoked_at: string | null;
    welcomed_at: string | null;
  };
  circle: { id: string; family_id: string; name: string; created_at: string };
  circle_member: { circle_id: string; person_id: string; created_at: string };
  link_key: {
    id: string;
    memorial_id: string;
    name: string;
    key_hash: string;
    made_by: string;
    created_at: string;
    ends_at: string | null;
    revoked_at: string | null;
  };
  key_holder: { token_hash: string; link_key_id: string; created_at: string };
};
