/**
 * Half-written words, kept on this computer per person and thing until the server has them. A draft outlives a reload,
 * a crash and a lost connection; it ends when its thing is done, or with age.
 */
const PREFIX = 'santral.draft.';
/** An abandoned draft holds a citizen's words, so it must not stay on a shared computer. */
const KEEP_MS = 3 * 24 * 60 * 60 * 1000;

interface Stored { value: unknown; at: number }

export class Drafts {
  constructor(private readonly storage: Storage, private readonly user: string, private readonly now: () => number) {}

  read<T>(thing: string, field: string): T | null {
    const text = this.storage.getItem(this.key(thing, field));
    if (text === null) return null;
    try {
      return (JSON.parse(text) as Stored).value as T;
    } catch {
      return null;
    }
  }

  write(thing: string, field: string, value: unknown): void {
    try {
      this.storage.setItem(this.key(thing, field), JSON.stringify({ value, at: this.now() } satisfies Stored));
    } catch {
      // A full or forbidden storage must not stop anybody from typing.
    }
  }

  remove(thing: string, field: string): void {
    this.storage.removeItem(this.key(thing, field));
  }

  /** All drafts of one thing, as when a contact is finished. */
  removeAll(thing: string): void {
    for (const key of this.keys()) if (key.startsWith(this.key(thing, ''))) this.storage.removeItem(key);
  }

  /** Run at sign-in: drops what is too old or damaged, whoever wrote it. */
  prune(): void {
    for (const key of this.keys()) {
      const age = this.now() - this.writtenAt(key);
      if (!(age < KEEP_MS)) this.storage.removeItem(key);
    }
  }

  private writtenAt(key: string): number {
    try {
      return (JSON.parse(this.storage.getItem(key) ?? '') as Stored).at;
    } catch {
      return Number.NaN;
    }
  }

  private keys(): string[] {
    return Object.keys(this.storage).filter((key) => key.startsWith(PREFIX));
  }

  private key(thing: string, field: string): string {
    return `${PREFIX}${this.user}.${thing}.${field}`;
  }
}
