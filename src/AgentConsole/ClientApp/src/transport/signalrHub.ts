import { HttpTransportType, HubConnectionBuilder, HubConnectionState, LogLevel, type HubConnection } from '@microsoft/signalr';
import { backoffMs } from './backoff';
import { TopicForbidden, type Hub } from './hub';
import type { Changed, Snapshot } from './topicState';

/** The server is believed lost after this silence; it pings every 15 s by default. */
const SERVER_TIMEOUT_MS = 30_000;

/**
 * One WebSocket to /hubs/console, kept for ever. Negotiation is skipped: it would be an HTTP request on every
 * reconnection, and this client makes none but snapshots and actions.
 */
export class SignalrHub implements Hub {
  private readonly connection: HubConnection;
  private readonly wires: ((up: boolean) => void)[] = [];
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted = false;

  /** @param lost called when connecting failed twice running, to find out whether the session still holds. */
  constructor(private readonly lost: () => void) {
    this.connection = new HubConnectionBuilder()
      .withUrl('/hubs/console', { transport: HttpTransportType.WebSockets, skipNegotiation: true })
      .configureLogging(LogLevel.None)
      .build();
    this.connection.serverTimeoutInMilliseconds = SERVER_TIMEOUT_MS;
    this.connection.onclose(() => {
      this.wire(false);
      this.retry();
    });
    window.addEventListener('online', () => this.now());
  }

  async subscribe(topic: string): Promise<Snapshot> {
    try {
      return await this.connection.invoke<Snapshot>('Subscribe', topic);
    } catch (error) {
      if (error instanceof Error && error.message.includes('topic.forbidden')) throw new TopicForbidden(topic);
      if (error instanceof Error && error.message.includes('session.missing')) this.lost();
      throw error;
    }
  }

  unsubscribe = (topic: string): Promise<void> => this.connection.invoke('Unsubscribe', topic);
  onChanged = (listener: (message: Changed) => void): void => this.connection.on('changed', listener);
  onRevoked = (listener: (topic: string) => void): void =>
    this.connection.on('revoked', (message: { topic: string }) => listener(message.topic));
  onWire = (listener: (up: boolean) => void): void => {
    this.wires.push(listener);
  };

  start = (): void => {
    this.wanted = true;
    void this.connect();
  };

  stop = (): void => {
    this.wanted = false;
    clearTimeout(this.timer);
    void this.connection.stop();
  };

  private wire(up: boolean): void {
    for (const listener of this.wires) listener(up);
  }

  private async connect(): Promise<void> {
    try {
      await this.connection.start();
      this.failures = 0;
      this.wire(true);
    } catch {
      this.failures++;
      if (this.failures === 2) this.lost();
      this.retry();
    }
  }

  private retry(): void {
    if (!this.wanted) return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.connect(), backoffMs(this.failures, Math.random));
  }

  private now(): void {
    if (this.timer === undefined || this.connection.state !== HubConnectionState.Disconnected) return;
    this.failures = 0;
    this.retry();
  }
}
