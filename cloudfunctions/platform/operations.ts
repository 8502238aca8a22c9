/** No action takes more store operations than this, the two that find out who calls included. */
export const MOST_OPERATIONS = 8;
