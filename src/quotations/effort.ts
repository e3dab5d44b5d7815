/** Comparing this would take longer than anybody waits. */
export class TooMuch extends Error {}

/** How many steps are left: whatever is pasted, checking it ends. A million of them are some milliseconds. */
export class Effort {
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  spend(steps: number): void {
    this.#left -= steps;
    if (this.#left < 0) throw new TooMuch();
  }
}
