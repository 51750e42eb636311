import { Presets, SingleBar } from 'cli-progress';
import type { SeedProgress } from './progress.ts';

export interface ProgressBar {
  show(progress: SeedProgress): void;
  end(): void;
}

/** A bar with the time that is left; a line every few seconds where the output is no terminal. */
export function createProgressBar(): ProgressBar {
  const bar = new SingleBar(
    {
      format: '{bar} {percentage} % · {phase} · {eta_formatted} left',
      hideCursor: true,
      etaBuffer: 50,
      noTTYOutput: true,
      notTTYSchedule: 5_000,
    },
    Presets.rect,
  );
  let begun = false;
  return {
    show({ phase, done, total }) {
      // Before that there is nothing to estimate from.
      if (done === 0) return;
      if (!begun) bar.start(total, 0, { phase });
      begun = true;
      bar.update(done, { phase });
    },
    end() {
      if (begun) bar.stop();
    },
  };
}
