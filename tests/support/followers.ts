// A follower list as Instagram's download writes it.
const entry = (value: string, index: number) => ({
  title: '',
  media_list_data: [],
  string_list_data: [
    { href: `https://www.instagram.com/${value}`, value, timestamp: 1_700_000_000 + index },
  ],
});

export const followersFile = (names: string[]): string => JSON.stringify(names.map(entry));
