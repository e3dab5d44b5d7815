// Custom elements that make a page easier; every page works without them.
export {};
