/**
 * Reads the codes of a text's letters, with a nought behind the last, twenty times faster than the language can by itself. What it returned
 * before is overwritten.
 */
export function letterReader(): (text: string) => Uint16Array {
  let codes = new Uint16Array(1 << 16);
  let bytes = Buffer.from(codes.buffer);
  return (text) => {
    if (text.length >= codes.length) {
      codes = new Uint16Array(2 * text.length);
      bytes = Buffer.from(codes.buffer);
    }
    // All machines that VS Code runs on write the lower byte first.
    bytes.write(text, 'utf16le');
    codes[text.length] = 0;
    return codes;
  };
}
