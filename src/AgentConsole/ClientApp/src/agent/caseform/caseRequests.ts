import type { ContactId } from '../../ids';

/** A wish to open a case, from wherever it was said; the right column answers it. */
type Listener = (contact: ContactId, service: string | undefined) => void;

const listeners = new Set<Listener>();

export const requestCase = (contact: ContactId, service?: string): void => listeners.forEach((listener) => listener(contact, service));

export function onCaseRequest(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
