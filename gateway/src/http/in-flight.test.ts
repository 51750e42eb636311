import { expect, test } from 'vitest';
import { createInFlight } from './in-flight.ts';

interface Work {
  readonly answer: string;
  readonly isShareable: boolean;
}

function setUp() {
  const seen = { joined: 0, started: 0 };
  const inFlight = createInFlight<Work>(
    ({ isShareable }) => isShareable,
    () => {
      seen.joined += 1;
    },
  );
  const { promise, resolve, reject } = Promise.withResolvers<Work>();
  const slowly = () => {
    seen.started += 1;
    return promise;
  };
  return { seen, inFlight, slowly, resolve, reject };
}

test('those who ask for the same while it is under way get the same', async () => {
  const { seen, inFlight, slowly, resolve } = setUp();
  const asked = Array.from({ length: 100 }, () => inFlight.run('same', slowly));
  resolve({ answer: 'one', isShareable: true });
  expect(new Set(await Promise.all(asked)).size).toBe(1);
  expect(seen).toEqual({ joined: 99, started: 1 });
});

test('what has ended is done anew, and so is what is asked for otherwise', async () => {
  const { seen, inFlight, slowly, resolve } = setUp();
  const first = inFlight.run('same', slowly);
  const other = inFlight.run('other', slowly);
  resolve({ answer: 'one', isShareable: true });
  await Promise.all([first, other]);
  await inFlight.run('same', slowly);
  expect(seen).toEqual({ joined: 0, started: 3 });
});

test('an answer that is only for its asker leaves the others to have their own made', async () => {
  const { inFlight, slowly, resolve } = setUp();
  const first = inFlight.run('same', slowly);
  const others = ['b', 'c'].map((answer) => inFlight.run('same', async () => ({ answer, isShareable: false })));
  resolve({ answer: 'a', isShareable: false });
  const answers = await Promise.all([first, ...others]);
  expect(answers.map(({ answer }) => answer)).toEqual(['a', 'b', 'c']);
});

test('a failure is everyone’s, and is not kept', async () => {
  const { inFlight, slowly, reject } = setUp();
  const asked = [inFlight.run('same', slowly), inFlight.run('same', slowly)];
  reject(new Error('no'));
  for (const each of asked) await expect(each).rejects.toThrow('no');
  await expect(inFlight.run('same', async () => ({ answer: 'again', isShareable: true }))).resolves.toBeDefined();
});
