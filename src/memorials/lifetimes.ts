/** How many days a key can be asked to open; an open one opens until it is taken back. */
export const lifetimes = { open: undefined, week: 7, month: 30, year: 365 } as const;
type Lifetime = keyof typeof lifetimes;
export const lifetimeNames = Object.keys(lifetimes) as [Lifetime, ...Lifetime[]];
