/** Hands a content to the browser as a file. Nothing is sent anywhere. */
export function download(name: string, type: string, content: BlobPart): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

/** The name of a file: what it is, of which day, without signs that file names cannot have. */
export function fileName(what: string, day: string, ending: string): string {
  return `${what.replace(/[\\/:*?"<>|\p{C}\s]+/gu, ' ').trim()} ${day}.${ending}`;
}
