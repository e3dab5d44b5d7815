/** A mail in both its parts; `text` alone must say everything. */
export type Mail = { to: string; subject: string; text: string; html: string; language: string };

/** Hands one mail over. Throws when nobody accepted it. */
export type Mailer = {
  /** Whether mails leave this machine; without SMTP they are files that the host can read. */
  leaves: boolean;
  send(mail: Mail): Promise<void>;
};
