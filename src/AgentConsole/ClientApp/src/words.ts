/** The closed sets of names that travel in rows and actions; the server's enums by name. */
export const channels = ['Voice', 'WhatsApp', 'Sms', 'Web', 'Cimer', 'AcikKapi', 'WalkIn'] as const;
export type Channel = (typeof channels)[number];

export type Medium = 'Call' | 'Conversation';

export const priorities = ['P1', 'P2', 'P3', 'P4', 'P5'] as const;
export type Priority = (typeof priorities)[number];

export const presences = ['Ready', 'Break', 'HardCallBreak', 'Missed', 'PhoneUnreachable', 'Meeting'] as const;
export type Presence = (typeof presences)[number];

export type ContactState = 'ringing' | 'talking' | 'held' | 'consulting' | 'conversation' | 'wrapUp' | 'dialling';

export const capacities = [
  'Self', 'Relative', 'Neighbour', 'Muhtar', 'Police', 'Institution', 'LegalRepresentative', 'Anonymous', 'Unknown',
] as const;
export type Capacity = (typeof capacities)[number];

export const messageStatuses = ['Pending', 'Refused', 'Queued', 'Sent', 'Delivered', 'Read', 'Failed', 'InDoubt'] as const;
export type MessageStatus = (typeof messageStatuses)[number];

export const caseStatuses = ['Open', 'Escalated', 'Accepted', 'Returned', 'Resolved'] as const;
export type CaseStatus = (typeof caseStatuses)[number];

export const resolutions = [
  'Fulfilled', 'Informed', 'Rejected', 'ReferredOutside', 'Withdrawn', 'Duplicate', 'Unreachable',
] as const;
export type Resolution = (typeof resolutions)[number];

/** Every outcome a contact may have; reports name them all. */
export const outcomes = [
  'Informed', 'CaseOpened', 'CaseFollowedUp', 'Transferred', 'ReferredOutside', 'CallbackPromised', 'Abandoned',
  'AbandonedInPrompt', 'ClosedHours', 'SilentCall', 'WrongNumber', 'WarnedAndEnded', 'NoAnswer', 'Busy', 'Unreachable',
  'Refused', 'Disconnected', 'SwitchLost', 'TimedOut', 'Duplicate',
] as const;
export type Outcome = (typeof outcomes)[number];

/** Those an agent chooses in wrap-up, in the order of their keys 1 to 9. */
export const agentOutcomes = [
  'Informed', 'CaseOpened', 'CaseFollowedUp', 'ReferredOutside', 'CallbackPromised', 'SilentCall', 'WrongNumber',
  'WarnedAndEnded', 'Duplicate',
] as const satisfies readonly Outcome[];

export type Role =
  | 'agent' | 'supervisor' | 'unit' | 'expert' | 'chief' | 'manager' | 'board' | 'payer' | 'administrator' | 'auditor';
export type TransferKind = 'Agent' | 'Queue' | 'Extension' | 'Outside';
