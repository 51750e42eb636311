import { expect, test } from 'vitest';
import { createHeat } from './heat.ts';

test('what is asked for most is hottest, and cools down', () => {
  let time = 0;
  const heat = createHeat({ halfLifeMillis: 1_000, now: () => time });
  const ask = (id: string, times: number) => {
    for (let count = 0; count < times; count += 1) heat.note([id]);
  };
  ask('old', 16);
  ask('once', 1);
  expect(heat.hottest(5)).toEqual(['old']);

  time = 2_000;
  ask('new', 5);
  expect(heat.hottest(5)).toEqual(['new', 'old']);
  expect(heat.hottest(1)).toEqual(['new']);

  time = 20_000;
  expect(heat.hottest(5)).toEqual([]);
});

test('it counts a bounded number of ids, those asked for last', () => {
  const heat = createHeat({ most: 2, now: () => 0 });
  for (const id of ['a', 'b', 'c']) heat.note([id, id]);
  expect(heat.hottest(5).sort()).toEqual(['b', 'c']);
});
