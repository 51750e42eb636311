import type { IncomingHttpHeaders } from 'node:http';

/**
 * Whether a page may connect: a browser names the page's origin and lets any page try, as no same-origin policy holds for
 * WebSockets. Who sends no origin is no browser.
 *
 * @param allowed origins beside the gateway's own, such as `https://clinic.example`
 */
export function isAllowedOrigin({ origin, host }: IncomingHttpHeaders, allowed: readonly string[]): boolean {
  if (origin === undefined || allowed.includes(origin)) return true;
  // Behind a proxy that ends TLS the scheme is not known here.
  return URL.canParse(origin) && new URL(origin).host === host;
}
