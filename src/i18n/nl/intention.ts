export const intention = {};
