/**
 * Reading aloud (A11Y-10), with the phone's own voice. A browser has one; WeChat gives a mini-program none but through another
 * company's plugin, to which every word would go (PRV-14), so there `canReadAloud` says no (docs/release.md).
 */
export function canReadAloud(): boolean {
  return process.env.TARO_ENV === 'h5' && typeof window.speechSynthesis === 'object' && typeof SpeechSynthesisUtterance === 'function';
}

/** Slower than people talk. */
const RATE = 0.9;

/** Reads a text from its beginning; what was being read is cut off. `onEnd` is told when it is over, or could not be read. */
export function readAloud(text: string, onEnd: () => void): void {
  const words = new SpeechSynthesisUtterance(text);
  words.lang = 'zh-CN';
  words.rate = RATE;
  words.onend = onEnd;
  words.onerror = onEnd;
  window.speechSynthesis.cancel();
  window.speechSynthesis.speak(words);
}

export function stopReading(): void {
  if (canReadAloud()) window.speechSynthesis.cancel();
}
