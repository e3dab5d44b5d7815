/** Where anybody can check a quotation, beneath the child's page. */
export const checkBeneath = (childPath: string): string => `${childPath}/words/check`;
