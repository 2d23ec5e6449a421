/**
 * What a console draws; the mirror of src/Views/Rows/Rows.cs. A row is complete: an upsert replaces the whole row
 * of that kind and id. Enums travel as their names.
 */
import type { AgentId, CaseId, CitizenId, ContactId, Instant, MessageId, OfferId, QueueId, TaskId, UnitId } from './ids';
import type {
  Capacity, CaseStatus, Channel, ContactState, Medium, MessageStatus, Outcome, Presence, Priority,
} from './words';

export interface QueueRow {
  id: QueueId; name: string; waiting: number; oldestSince: Instant | null; agents: number; available: number;
  offeredToday: number; answeredToday: number; abandonedToday: number;
  /** 0 to 1: the share answered within the target. */
  serviceLevel: number | null; serviceLevelTargetSeconds: number;
}

export interface WaitingRow {
  contactId: ContactId; medium: Medium; channel: Channel; queueId: QueueId; priority: Priority; since: Instant;
  who: string; offeredTo: string | null; offerUntil: Instant | null; onlyFor: string | null; incident: string | null;
}

export interface AgentRow {
  id: AgentId; name: string; presence: Presence; reason: string | null; since: Instant;
  /** Null also when the call is confidential; the state tells whether there is one. */
  callContactId: ContactId | null; callState: ContactState | 'none'; conversations: number; conversationLimit: number;
  skills: string[]; handledToday: number; missedToday: number;
  helpAskedAt: Instant | null; helpContactId: ContactId | null;
}

export interface LineRow { number: string; name: string; open: boolean; announcement: string | null }

export interface MeRow {
  id: AgentId; name: string; presence: Presence; reason: string | null; since: Instant; signedIn: boolean;
  extension: string | null; handledToday: number; missedToday: number; talkSecondsToday: number;
  helpAskedAt: Instant | null;
}

export interface OfferRow {
  id: OfferId; contactId: ContactId; medium: Medium; channel: Channel; queueName: string; priority: Priority;
  who: string; why: string; waitingSince: Instant; until: Instant; timeoutSeconds: number; openCases: number;
  danger: boolean;
}

export interface MyContactRow {
  id: ContactId; medium: Medium; channel: Channel; state: ContactState; who: string; queueName: string;
  priority: Priority; since: Instant; unread: number; windowUntil: Instant | null; citizenId: CitizenId | null;
  confidential: boolean; transferTo: string | null; wrapUpUntil: Instant | null;
}

export interface TaskRow {
  id: TaskId; citizenId: CitizenId; who: string; due: Instant; overdue: boolean; note: string | null;
  contactId: ContactId | null; owner: string | null;
}

export interface ContactRow {
  id: ContactId; medium: Medium; channel: Channel; state: string; agentId: AgentId | null; queueName: string;
  line: string; priority: Priority; arrivedAt: Instant; connectedAt: Instant | null; endedAt: Instant | null;
  outcome: Outcome | null; category: string | null; capacity: Capacity; incident: string | null; verified: boolean;
  canWriteFreely: boolean; windowUntil: Instant | null; note: string | null; transferNote: string | null;
  transferTo: string | null; citizenId: CitizenId | null; caseIds: CaseId[]; confidential: boolean;
  recording: boolean; subjects: SubjectRow[];
}

export interface SubjectRow { name: string | null; note: string | null }

export interface MessageRow {
  id: MessageId; direction: 'Inbound' | 'Outbound'; text: string; at: Instant; status: MessageStatus | null;
  statusReason: string | null; by: string | null; template: string | null;
}

export interface CitizenRow {
  id: CitizenId; name: string; verified: boolean; identityMasked: string | null; phone: string | null;
  language: string | null; priorityGroups: string[]; safeContactWords: string | null;
  verificationQuestions: string[]; contactCount: number; lastContactAt: Instant | null;
  /** Null while unverified. */
  safeContact: SafeContactRow | null;
}

/** Local hours are "HH:mm", both or neither; no channel means any channel. */
export interface SafeContactRow {
  from: string | null; until: string | null; channels: Channel[]; neverCall: boolean; textOnly: boolean; noOutreach: boolean;
  language: string | null;
}

export interface CardCaseRow {
  id: CaseId; number: string; serviceName: string;
  /** Empty, like the number, until the citizen is verified. */
  status: CaseStatus | ''; statusWords: string; unitName: string | null; openedAt: Instant; deadline: Instant | null; deadlineSource: string | null;
  overdue: boolean;
}

export interface TimelineRow {
  id: string; kind: string; words: string; at: Instant; caseId: CaseId | null; contactId: ContactId | null;
}

export interface InboxRow {
  id: CaseId; number: string; serviceName: string; priority: Priority; status: CaseStatus; statusWords: string;
  receivedAt: Instant; acceptBy: Instant; closeBy: Instant; closeBySource: string; approximate: boolean;
  acceptanceOverdue: boolean; overdue: boolean; confidential: boolean; acceptedBy: string | null;
  reminders: number;
}

export interface PartyRow {
  role: string; capacity: Capacity; citizenId: CitizenId | null; name: string | null; phone: string | null;
}

export interface CaseRow {
  id: CaseId; number: string; service: string | null; serviceName: string; description: string;
  place: string | null; priority: Priority; status: CaseStatus; statusWords: string; unitId: UnitId | null;
  unitName: string | null; openedAt: Instant; openedBy: string; deadline: Instant | null;
  deadlineSource: string | null; deadlineWords: string | null; approximate: boolean; confidential: boolean;
  parties: PartyRow[]; documents: string[]; resolution: string | null; answer: string | null; reminders: number;
  senderReference: string | null;
}

export interface CaseEntryRow { id: string; kind: string; words: string; text: string | null; at: Instant; who: string }

export interface DirectoryRow {
  id: string; kind: string; name: string; target: string | null; dial: string | null; hours: string | null;
  note: string | null; presence: Presence | null;
}

/** Kinds per topic; the key is what `useRows` takes. "contact" is another row in `agent:` than in `contact:`. */
export interface DeskKinds { queue: QueueRow; waiting: WaitingRow; agent: AgentRow; line: LineRow }
export interface AgentKinds { me: MeRow; offer: OfferRow; contact: MyContactRow; task: TaskRow }
export interface ContactKinds { contact: ContactRow; message: MessageRow }
export interface CardKinds { citizen: CitizenRow; case: CardCaseRow; timeline: TimelineRow }
export interface UnitKinds { inbox: InboxRow }
export interface CaseKinds { case: CaseRow; entry: CaseEntryRow }
export interface DirectoryKinds { directory: DirectoryRow }
