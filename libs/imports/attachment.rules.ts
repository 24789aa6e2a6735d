/** A download's header for any file name: plain letters for old programs, the real name beside it (RFC 6266, RFC 8187). */
export function attachment(fileName: string): string {
  const plain = fileName.normalize('NFKD').replace(/[^\w. ()-]/gu, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/gu,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}
