import type { LadderView, Rung, RungView } from '../../api/types';
import { RUNGS } from './looks';

/** A rung in the hands of whoever writes it: nothing is required yet. */
export interface WantedRung {
  rung: Rung;
  workingDays: number | null;
  automatic: boolean;
  audience: RungView['audience'];
  signers: string[];
  superiorAfter: number | null;
  repeatEvery: number | null;
  repeatTimes: number | null;
}
export interface WantedLadder {
  firesAt: string;
  note: string;
  rungs: WantedRung[];
}

export const wantedOf = ({ firesAt, rungs }: LadderView): WantedLadder => ({
  firesAt: firesAt.slice(0, 5),
  note: '',
  rungs: rungs.map(({ rung, workingDays, automatic, audience, signers, superiorAfter, repeatEvery, repeatTimes }) => ({
    rung,
    workingDays,
    automatic,
    audience: [...audience],
    signers: [...signers],
    superiorAfter: superiorAfter ?? null,
    repeatEvery: repeatEvery ?? null,
    repeatTimes: repeatTimes ?? null,
  })),
});

/** The next rung that is not there yet, a few days after the last. */
export function oneMore(rungs: WantedRung[]): WantedRung[] {
  const missing = RUNGS.find((rung) => !rungs.some((one) => one.rung === rung));
  if (!missing) return rungs;
  const at = RUNGS.indexOf(missing);
  const place = rungs.filter(({ rung }) => RUNGS.indexOf(rung) < at).length;
  const before = rungs[place - 1]?.workingDays ?? -1;
  const high = at >= RUNGS.indexOf('BULLETIN');
  const added: WantedRung = {
    rung: missing,
    workingDays: place === 0 ? 0 : before + 2,
    automatic: !high,
    audience: ['RESPONSIBLE_UNIT'],
    signers: high ? ['leader'] : [],
    superiorAfter: null,
    repeatEvery: null,
    repeatTimes: null,
  };
  return [...rungs.slice(0, place), added, ...rungs.slice(place)];
}
