/** What a hotline writes, made plain (EVT-19). Apart from the rules of a matter, which no phone needs. */
import { parseMobile } from '../people/mobile';

/** The longest content of a ticket: it was written at a hotline's desk, not on a phone. */
export const MOST_TICKET_TEXT = 2000;

/** A ticket's number as it is kept: without spaces, in capitals. Undefined for what is none. */
export function parseTicketNumber(text: string): string | undefined {
  const plain = text.normalize('NFKC').replace(/\s/g, '').toUpperCase();
  return /^[0-9A-Z][0-9A-Z_-]{3,39}$/.test(plain) ? plain : undefined;
}

/** Who called, from a mobile or a fixed line; digits and the area code's dash. Undefined for what is neither. */
export function parseCallerPhone(text: string): string | undefined {
  const mobile = parseMobile(text);
  if (mobile.ok) return mobile.value;
  const fixed = /^(0\d{2,3})[-—－ ]?(\d{7,8})$/.exec(text.normalize('NFKC').trim());
  return fixed === null ? undefined : `${fixed[1] ?? ''}-${fixed[2] ?? ''}`;
}

/** A ticket's text, its title first where the content does not begin with it anyway. */
export function ticketText(title: string, text: string): string {
  if (title === '' || text.startsWith(title)) return text;
  return text === '' ? title : `${/[。！？!?；;]$/.test(title) ? title : `${title}。`}${text}`;
}
