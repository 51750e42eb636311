import type { VNode } from 'preact';
import type { TransportName } from './transport.ts';

const names: readonly TransportName[] = ['WebSocket', 'SSE'];

export function TransportChoice({
  chosen,
  onChoice,
}: {
  chosen: TransportName;
  onChoice(name: TransportName): void;
}): VNode {
  return (
    <fieldset class="segments">
      <legend class="unseen">Transport</legend>
      {names.map((name) => (
        <label key={name}>
          <input type="radio" name="transport" checked={name === chosen} onChange={() => onChoice(name)} />
          <span>{name}</span>
        </label>
      ))}
    </fieldset>
  );
}
