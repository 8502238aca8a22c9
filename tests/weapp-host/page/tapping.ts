/** Whether the app's code runs because a finger tapped: some calls of WeChat's are answered then only. */

let taps = 0;

/** Runs what a tap sets off. What the app does later, after waiting for anything, is no longer part of it. */
export function whileTapping<T>(act: () => T): T {
  taps += 1;
  try {
    return act();
  } finally {
    taps -= 1;
  }
}

export function isTapping(): boolean {
  return taps > 0;
}
