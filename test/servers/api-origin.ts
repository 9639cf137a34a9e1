/** The API to which the texts that are only parsed forward. */
export const TARGET = 'https://api-1.example.com:8443';
