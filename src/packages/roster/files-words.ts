/** The sheets of one load in a line: 漩涡镇网格.csv 等 5 张表. Of files that could not be read there are none. */
export function filesWords(files: readonly { readonly name: string }[]): string {
  const first = files[0]?.name ?? '没读成的表';
  return files.length < 2 ? first : `${first} 等 ${files.length} 张表`;
}
