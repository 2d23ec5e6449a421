import type { NewCase, Place } from '../../actions/openCase';
import type { UnitId } from '../../ids';
import type { Capacity, Priority } from '../../words';

/** The form as it stands, kept until the case is open. Empty strings are fields not filled. */
export interface CaseDraft {
  service: string; description: string; place: Required<Place>; priority: Priority; confidential: boolean;
  forOther: boolean; beneficiaryName: string; beneficiaryPhone: string; escalateTo: string; note: string;
  /** Somebody who reports and asks for nothing: a neighbour, a muhtar, the police. */
  informed: boolean; informantName: string; informantPhone: string; informantCapacity: Capacity;
}

export const emptyPlace: Required<Place> = {
  province: '', district: '', neighbourhood: '', street: '', outerDoor: '', innerDoor: '', directions: '',
};

export const emptyDraft: CaseDraft = {
  service: '', description: '', place: emptyPlace, priority: 'P4', confidential: false, forOther: false,
  beneficiaryName: '', beneficiaryPhone: '', escalateTo: '', note: '', informed: false, informantName: '', informantPhone: '', informantCapacity: 'Neighbour',
};

const filled = (value: string): string | undefined => value.trim() || undefined;

function placeOf(place: Required<Place>): Place | undefined {
  const entries = Object.entries(place).filter(([, value]) => value.trim() !== '').map(([key, value]) => [key, value.trim()]);
  return entries.length > 0 ? (Object.fromEntries(entries) as Place) : undefined;
}

/** What is posted. A place may be unknown and a service undecided; only the description must say something. */
export function toNewCase(draft: CaseDraft): NewCase {
  return {
    service: filled(draft.service),
    description: draft.description.trim(),
    place: placeOf(draft.place),
    priority: draft.priority,
    confidential: draft.confidential,
    beneficiary: draft.forOther ? { name: draft.beneficiaryName.trim(), phone: draft.beneficiaryPhone.trim() } : undefined,
    informant: draft.informed ? { name: draft.informantName.trim(), phone: draft.informantPhone.trim(), capacity: draft.informantCapacity } : undefined,
    escalateTo: filled(draft.escalateTo) as UnitId | undefined,
    note: filled(draft.note),
  };
}
