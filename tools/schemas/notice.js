/** What every file that is made from the schemas begins with. */
export const notice = '// Generated from schemas/ by tools/generate.js. Do not edit.\n';
