/** Whether a text is one mail address: a name, and a host with a dot in it. */
export function isMailAddress(text: string): boolean {
  const [name, host = '', ...more] = text.split('@');
  const dot = host.indexOf('.', 1);
  return name !== '' && more.length === 0 && dot > 0 && dot < host.length - 1 && !/[\s/]/.test(text);
}
