/**
 * What the picture on a computer's screen says. It is no address: WeChat's own scanner, which people use on whatever they
 * are sent, opens nothing with it. Only 在电脑上办公 in the mini-program, which says what it is about, reads it.
 */
const PREFIX = 'cunlishi-desk:';
const SHAPE = /^cunlishi-desk:(desk-[A-Za-z0-9_-]{22})$/;

export function deskLinkOf(askingId: string): string {
  return `${PREFIX}${askingId}`;
}

/** The asking that a picture is about; undefined for any other picture. */
export function askingIn(scanned: string): string | undefined {
  return SHAPE.exec(scanned.trim())?.[1];
}
