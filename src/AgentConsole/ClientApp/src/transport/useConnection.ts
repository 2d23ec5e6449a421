import { useSyncExternalStore } from 'react';
import type { ConnectionState } from './connection';
import { useSigned } from './context';

export function useConnection(): ConnectionState {
  const { connection } = useSigned();
  return useSyncExternalStore(connection.subscribe, connection.get);
}
