import { type Kysely, type Transaction } from 'kysely';
import type { Connections } from '#database/connections.ts';
import { retryConflicts } from '#database/retry.ts';
import type { Event } from '#schema/events.ts';
import type { Tables } from '#schema/tables.ts';

/** Reads. A transaction can be handed over wherever a reader is asked for. */
export type Reader = Kysely<Tables>;

/** The only way to write: nobody changes a row outside a transaction. */
export type Tx = Transaction<Tables> & {
  /** Notes what happened; what follows from it (`reactions.ts`) is queued in this same transaction. */
  record(event: Event): Promise<void>;
};

export type Database = {
  reader: Reader;
  /**
   * Runs a verb in one transaction and answers when it is durable. The verb may run more than once
   * (PostgreSQL serialisation conflicts), so it must do nothing but read and write through `tx`.
   */
  write: <T>(verb: (tx: Tx) => Promise<T>) => Promise<T>;
  close: () => Promise<void>;
};

export type React = (tx: Transaction<Tables>, event: Event) => Promise<void>;

/**
 * Puts the product's tables and reactions on raw connections. `settled` is called after each commit that
 * something follows from, and after no other: the worker's own commits must not wake it.
 */
export function openDatabase(
  connections: Connections,
  react: React,
  settled: () => void = () => {},
): Database {
  const { reader, writer } = connections as Connections<Tables>;
  return {
    reader,
    async write(verb) {
      let recorded = false;
      const answer = await retryConflicts(() =>
        writer
          .transaction()
          .setIsolationLevel('serializable')
          .execute((transaction) => {
            const tx: Tx = Object.assign(transaction, {
              record(event: Event) {
                recorded = true;
                return react(transaction, event);
              },
            });
            return verb(tx);
          }),
      );
      if (recorded) settled();
      return answer;
    },
    close: () => connections.close(),
  };
}
