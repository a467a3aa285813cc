import { readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isAlive } from './is-alive.ts';

/*
 * One run at a time writes into a folder. Who wants to write puts a claim there, a file whose name says who it is, and
 * then looks for claims of others: it may write when it sees none. Of two that see each other the lower one waits with
 * its claim standing, the higher takes its own away until the other is gone.
 * Invariant: who writes saw no other claim after its own stood, so of two that claim, one at least sees the other. A
 * claim says all in its name, so it is made and read whole; that of a dead process is swept by whoever meets it.
 */

/** Process number, number in the process, machine. */
const CLAIM = /^\.galley-(\d+)-(\d+)@(.*)\.lock$/;

/** Names of machines have these characters; others would end the claim's name too early. */
const MACHINE = hostname().replace(/[^\w.-]/g, '_');

/** Milliseconds between two looks, and how many there are: a minute, where writing takes seconds. */
const USUAL_PATIENCE: LockPatience = { pause: 50, looks: 1200 };

/** Milliseconds after which a claim is taken for left over, whoever has its process number by then. */
const LONGEST = 10 * 60 * 1000;

/** How long a claim waits for others. */
export type LockPatience = { readonly pause: number; readonly looks: number };

/** A claim that others did not make way for. */
export class FolderBusyError extends Error {
  override readonly name = 'FolderBusyError';
  /** The claim that stands in the way. */
  readonly path: string;
  /** Who holds it, in words. */
  readonly holder: string;
  constructor(path: string, holder: string) {
    super(`${path} is held by ${holder}`);
    this.path = path;
    this.holder = holder;
  }
}

/** A folder that only this run writes into, until it is released. */
export type FolderLock = { readonly release: () => void };

let counter = 0;

/** Claims of this process: any other with its number was left by an earlier one that had it. */
const ownClaims = new Set<string>();

/** A run that is interrupted takes its claims with it. */
function releaseAll(): void {
  for (const path of ownClaims) rmSync(path, { force: true });
}

function register(path: string): void {
  if (ownClaims.size === 0) process.on('exit', releaseAll);
  ownClaims.add(path);
}

function unregister(path: string): void {
  if (ownClaims.delete(path) && ownClaims.size === 0) process.off('exit', releaseAll);
}

/**
 * Waits until nobody else writes into a folder, which exists, and keeps others out of it.
 *
 * @throws FolderBusyError when the wait was in vain; an error of the system when the folder cannot be written to.
 */
export async function lockFolder(
  folder: string,
  patience: LockPatience = USUAL_PATIENCE,
): Promise<FolderLock> {
  const own = [process.pid, counter++] as const;
  const path = join(folder, `.galley-${own[0]}-${own[1]}@${MACHINE}.lock`);
  const release = (): void => {
    rmSync(path, { force: true });
    unregister(path);
  };
  try {
    for (let look = 0; look < patience.looks; look++) {
      if (claimFolder(folder, path, own)) return { release };
      await wait(patience.pause);
    }
  } catch (fault) {
    release();
    throw fault;
  }
  release();
  const [other] = othersIn(folder, path);
  if (other === undefined) return lockFolder(folder, patience);
  const place = other.machine === MACHINE ? '' : ` of ${other.machine}`;
  throw new FolderBusyError(other.path, `process ${other.process}${place}`);
}

/** Whether a folder is one's own. A claim stands on while only those wait for it that come after. */
function claimFolder(folder: string, path: string, own: readonly [number, number]): boolean {
  if (othersIn(folder, path).some((other) => isBefore(other, own))) {
    // Its own stands from an earlier look, when there were only others that come after: the lower one would wait for it.
    rmSync(path, { force: true });
    return false;
  }
  register(path);
  writeFileSync(path, '');
  const others = othersIn(folder, path);
  if (others.some((other) => isBefore(other, own))) rmSync(path, { force: true });
  return others.length === 0;
}

type Claim = {
  readonly path: string;
  readonly process: number;
  readonly count: number;
  readonly machine: string;
};

/** Claims of others that stand; those that were left over are removed. */
function othersIn(folder: string, own: string): readonly Claim[] {
  return readdirSync(folder).flatMap((name) => {
    const [, number, count, machine = ''] = CLAIM.exec(name) ?? [];
    const path = join(folder, name);
    if (number === undefined || path === own) return [];
    const claim = { path, process: Number(number), count: Number(count), machine };
    if (isStanding(claim)) return [claim];
    rmSync(path, { force: true });
    return [];
  });
}

function isStanding({ path, process: number, machine }: Claim): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (stats === undefined || Date.now() - stats.mtimeMs > LONGEST) return false;
  if (machine !== MACHINE) return true;
  return number === process.pid ? ownClaims.has(path) : isAlive(number);
}

function isBefore(other: Claim, [process, count]: readonly [number, number]): boolean {
  if (other.machine !== MACHINE) return other.machine < MACHINE;
  return other.process === process ? other.count < count : other.process < process;
}
