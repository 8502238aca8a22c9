/** The keyboard for a code of digits. A browser's own field for numbers takes no space between two fours, and WeChat's does not mind. */
export const DIGITS = process.env.TARO_ENV === 'h5' ? 'text' : 'number';
