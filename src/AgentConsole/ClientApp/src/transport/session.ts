import type { AgentId, DeskId, QueueId, UnitId } from '../ids';
import type { Role } from '../words';

export interface ServiceInfo { id: string; name: string; unit: UnitId | null; documents: string[]; confidential: boolean }
export interface UnitInfo { id: UnitId; name: string }
export interface QueueInfo { id: QueueId; name: string }
export interface TemplateInfo { id: string; body: string }

export interface PackInfo {
  id: string; name: string; texts: Record<string, string>; services: ServiceInfo[]; units: UnitInfo[];
  queues: QueueInfo[]; templates: TemplateInfo[]; breakReasons: string[];
}

export interface Session {
  user: string; name: string; roles: Role[]; agent: AgentId | null; desk: DeskId | null; units: UnitId[];
  antiforgery: string | null; pack: PackInfo; demo: boolean;
}
