interface Home {
  readonly number: string;
  readonly address: string;
}

/** A household's number and where it stands; an address that only repeats the number is left out. */
export function homeWords({ number, address }: Home): string {
  const numbered = number === '' ? '' : `${number}号`;
  return [numbered, address === numbered || address === number ? '' : address].filter((part) => part !== '').join('，');
}
