import type { VNode } from 'preact';

/** Instead of what cannot be shown, or not yet. */
export function Notice({ text, isBusy = false, again }: { text: string; isBusy?: boolean; again?(): void }): VNode {
  return (
    <div class="notice" role={again === undefined ? 'status' : 'alert'} aria-busy={isBusy}>
      <p>{text}</p>
      {again && (
        <button type="button" class="main" onClick={again}>
          Try again
        </button>
      )}
    </div>
  );
}
