/** Ids are strings on the wire; the brand keeps a case id from being posted where a contact id belongs. */
type Id<Brand extends string> = string & { readonly __brand: Brand };

export type AgentId = Id<'agent'>;
export type CaseId = Id<'case'>;
export type CitizenId = Id<'citizen'>;
export type ContactId = Id<'contact'>;
export type DeskId = Id<'desk'>;
export type MessageId = Id<'message'>;
export type OfferId = Id<'offer'>;
export type QueueId = Id<'queue'>;
export type TaskId = Id<'task'>;
export type UnitId = Id<'unit'>;

/** UTC, ISO 8601, as the server writes it. */
export type Instant = Id<'instant'>;

/** A new id minted at the edge: an idempotency key or the id of a message being written. */
export const newKey = (): string => crypto.randomUUID();
export const newMessageId = (): MessageId => crypto.randomUUID() as MessageId;
