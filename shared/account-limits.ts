// The bounds of an account's fields, apart from their schemas so that pages can name them without
// carrying a validator.
export const minPasswordLength = 8;
export const maxPasswordLength = 128;
export const maxNameLength = 80;
