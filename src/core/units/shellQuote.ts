/** POSIX sh takes everything between single quotes as it is. @see POSIX.1-2017, Shell Command Language, 2.2.2 */
export const shellQuote = (value: string): string => `'${value.replaceAll("\0", "").replaceAll("'", "'\\''")}'`;
