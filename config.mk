# Choices of the site; override on the command line: make CC=clang
CC = gcc
PREFIX = /usr/local
CFLAGS = -O3
WARN = -Wall -Wextra -Wpedantic -Wshadow -Wstrict-prototypes -Wvla
PKGS = sndfile fftw3 jansson libzip
