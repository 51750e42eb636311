import type { VNode } from 'preact';
import { dayAfter } from './clinic-day.ts';

export function DayChoice({
  date,
  today,
  onChoice,
}: {
  date: string;
  today: string;
  onChoice(date: string): void;
}): VNode {
  return (
    <div class="day">
      <button type="button" aria-label="The day before" onClick={() => onChoice(dayAfter(date, -1))}>
        ‹
      </button>
      <label>
        <span>Day</span>
        <input
          type="date"
          required
          value={date}
          onChange={({ currentTarget: { value } }) => value !== '' && onChoice(value)}
        />
      </label>
      <button type="button" aria-label="The day after" onClick={() => onChoice(dayAfter(date, 1))}>
        ›
      </button>
      <button type="button" disabled={date === today} onClick={() => onChoice(today)}>
        Today
      </button>
    </div>
  );
}
