/**
 * Goes through a sign-in page as a browser does, cookies and all, until it leads to `redirectUri`; answers with that
 * address. `choice` is the button that the user presses. Rejects where a silent sign-in shows a page.
 */
export async function browse(
  url: string,
  redirectUri: string,
  choice: 'allow' | 'deny' | 'none' = 'allow',
): Promise<string> {
  const cookies = new Map<string, string>();
  let at = url;
  for (let hops = 0; hops < 20; hops++) {
    if (at.startsWith(redirectUri)) return at;
    const response = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') },
    });
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      cookies.set(name, value.join('='));
    }
    const to = response.headers.get('location');
    if (to !== null) {
      at = new URL(to, at).href;
      continue;
    }
    if (choice === 'none') throw new Error('User interaction required');
    if (!response.ok)
      throw new Error(`the sign-in page answered ${response.status}: ${await response.text()}`);
    at = new URL(`?choice=${choice}`, at).href;
  }
  throw new Error('the sign-in page leads nowhere');
}
