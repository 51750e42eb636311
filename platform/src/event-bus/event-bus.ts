import type { StreamEvent } from '../stream/stream-event.ts';

/** That something changed, and nothing more: whoever needs the change itself reads it, with its own permissions. */
export interface BusMessage extends StreamEvent {
  /** The schema that the change was made in. */
  readonly source: string;
  /** What has become void, for those who keep something. */
  readonly tags?: readonly string[];
}

export type BusHandler = (message: BusMessage) => void;

/**
 * Carries messages to whoever is subscribed at that moment, in every process. Keeps nothing: a message sent while
 * a subscriber's connection was lost is lost to it, which {@link EventBus.onGap} tells.
 */
export interface EventBus {
  /**
   * Resolves once the broker took all messages; those of one topic arrive in this order. Never waits for a broker
   * to come back.
   *
   * @throws {EventBusUnavailable} where the broker did not take them
   * @throws {RangeError} where a message is too long for every broker, which nothing will heal
   */
  publish(messages: readonly BusMessage[]): Promise<void>;
  /**
   * Resolves once messages published from then on arrive; while the broker is away, once it is back.
   *
   * @returns ends the subscription; no message arrives after the call
   */
  subscribe(topic: string, handler: BusHandler): Promise<() => Promise<void>>;
  /**
   * Calls `listener` whenever subscriptions are live again after a lost connection: time to read what was missed.
   *
   * @returns stops that
   */
  onGap(listener: () => void): () => void;
  close(): Promise<void>;
}

/** The broker cannot be reached, or did not answer in time. */
export class EventBusUnavailable extends Error {
  override readonly name = 'EventBusUnavailable';
}
