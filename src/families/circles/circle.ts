/** A named group among a family's relatives: “the grandparents”, “my sisters”. */
export type Circle = { id: string; familyId: string; name: string };
