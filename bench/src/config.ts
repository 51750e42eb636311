/** What a benchmark hands on to the processes it starts. */
export const environment = {
  path: process.env['PATH'] ?? '',
  home: process.env['HOME'] ?? '',
};
