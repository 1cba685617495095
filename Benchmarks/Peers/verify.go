// Verifies an exported log with golang.org/x/mod, as the peer of safekeep-verify: the head's signature, every entry's
// hash and place in the tree, and unless -tree-only every entry's signature. It holds none of the log's own rules.
//
//	verify [-tree-only] EXPORT
package main

import (
	"encoding/binary"
	"flag"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"sync"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

const bundle = 256

func main() {
	treeOnly := flag.Bool("tree-only", false, "leave out the entries' signatures")
	flag.Parse()
	dir := flag.Arg(0)
	size, root := head(dir, verifiers(dir, "log-*.vkey"))
	authors := verifiers(dir, "a-*.vkey")
	if *treeOnly {
		authors = nil
	}
	bundles := int((size + bundle - 1) / bundle)
	hashes := make([][]tlog.Hash, bundles)
	next := make(chan int)
	var workers sync.WaitGroup
	for i := 0; i < runtime.NumCPU(); i++ {
		workers.Add(1)
		go func() {
			defer workers.Done()
			for n := range next {
				hashes[n] = entries(dir, n, size, authors)
			}
		}()
	}
	for n := 0; n < bundles; n++ {
		next <- n
	}
	close(next)
	workers.Wait()
	if tree(hashes, size) != root {
		log.Fatal("the tree is not the one that was signed")
	}
	fmt.Println(size, "entries")
}

func verifiers(dir, pattern string) note.Verifiers {
	paths, _ := filepath.Glob(filepath.Join(dir, "keys", pattern))
	var keys []note.Verifier
	for _, path := range paths {
		text, err := os.ReadFile(path)
		check(err)
		key, err := note.NewVerifier(strings.TrimSpace(string(text)))
		check(err)
		keys = append(keys, key)
	}
	return note.VerifierList(keys...)
}

func head(dir string, keys note.Verifiers) (int64, tlog.Hash) {
	text, err := os.ReadFile(filepath.Join(dir, "checkpoint"))
	check(err)
	signed, err := note.Open(text, keys)
	check(err)
	lines := strings.Split(signed.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	check(err)
	root, err := tlog.ParseHash(lines[2])
	check(err)
	return size, root
}

// entries opens one file of at most 256 entries, each after its length in two bytes.
func entries(dir string, n int, size int64, authors note.Verifiers) []tlog.Hash {
	path := filepath.Join(dir, "tile", "entries", place(n))
	if rest := size - int64(n)*bundle; rest < bundle {
		path += fmt.Sprintf(".p/%d", rest)
	}
	bytes, err := os.ReadFile(path)
	check(err)
	var hashes []tlog.Hash
	for len(bytes) > 0 {
		length := int(binary.BigEndian.Uint16(bytes))
		leaf := bytes[2 : 2+length]
		if authors != nil {
			_, err := note.Open(leaf, authors)
			check(err)
		}
		hashes = append(hashes, tlog.RecordHash(leaf))
		bytes = bytes[2+length:]
	}
	return hashes
}

// place is a tile's number in groups of three digits, all but the last after an x (c2sp.org/tlog-tiles).
func place(n int) string {
	path := fmt.Sprintf("%03d", n%1000)
	for n >= 1000 {
		n /= 1000
		path = fmt.Sprintf("x%03d/%s", n%1000, path)
	}
	return path
}

// tree is the root over all of them: subtrees of powers of two, the newest joined first.
func tree(hashes [][]tlog.Hash, size int64) tlog.Hash {
	var count int64
	var stack []tlog.Hash
	for _, some := range hashes {
		for _, hash := range some {
			for n := count; n&1 == 1; n >>= 1 {
				hash = tlog.NodeHash(stack[len(stack)-1], hash)
				stack = stack[:len(stack)-1]
			}
			stack = append(stack, hash)
			count++
		}
	}
	if count != size {
		log.Fatal("not as many entries as the head says")
	}
	root := stack[len(stack)-1]
	for i := len(stack) - 2; i >= 0; i-- {
		root = tlog.NodeHash(stack[i], root)
	}
	return root
}

func check(err error) {
	if err != nil {
		log.Fatal(err)
	}
}
