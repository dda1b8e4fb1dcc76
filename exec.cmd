@rem `npm start` begins with exec, so that in a POSIX shell the bot takes the shell's place, and what npm is sent reaches it.
@rem Windows has no exec: it finds this file.
@%*
