/** Signs a demo account in; returns its access token. */
export async function signInAt(url: string, email: string): Promise<string> {
  const response = await fetch(`${url}/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'demo-consulta' }),
  });
  return ((await response.json()) as { access_token: string }).access_token;
}
