// SPDX-License-Identifier: MIT
pragma solidity >=0.4.0;

// Compiled by solc 0.8.30 with the optimizer (200 runs), which hashes constant keys itself.

/// A key that is a role's name.
contract Role {
    mapping(bytes32 => uint256) m;
    uint256 public total;
    bytes32 public constant ROLE = keccak256("ROLE");
    function add(uint64 x) external { m[ROLE] += x; total += x; }
    function take(uint64 x) external { m[ROLE] -= x; total -= x; }
    function other(bytes32 k, uint64 x) external { m[k] += x; total += x; }
}

/// A mapping in a mapping, both keys constant.
contract Nested {
    mapping(address => mapping(uint256 => uint256)) m;
    uint256 public total;
    address constant VAULT = 0x000000000000000000000000000000000000c0Fe;
    function add(uint64 x) external { m[VAULT][7] += x; total += x; }
    function half(uint64 x) external { m[VAULT][7] += x / 2; total += x / 2; }
}

/// The mapping is in a struct, behind an inherited variable, and holds a struct with a counter in its second slot.
abstract contract Base { uint256 internal before; }
contract InStruct is Base {
    struct Entry { uint256 first; uint128 low; uint128 high; mapping(uint256 => uint256) inner; }
    struct Book { uint256 size; mapping(uint256 => uint256) amounts; }
    Book book;
    mapping(uint256 => Entry) entries;
    uint256 public total;
    uint256 public inner;
    function add(uint64 x) external { book.amounts[65537] += x; total += x; }
    function deep(uint64 x) external { entries[3].inner[5] += x; inner += x; entries[3].high += x; }
}

/// An array of mappings.
contract Arrays {
    mapping(uint256 => uint256)[3] fixedOnes;
    mapping(uint256 => uint256)[] growing;
    uint256 public total;
    uint256 public grown;
    constructor() { growing.push(); growing.push(); }
    function add(uint64 x) external { fixedOnes[2][9] += x; total += x; }
    function grow(uint64 x) external { growing[1][11] += x; grown += x; }
}

/// A key that stands nowhere but in the hash.
contract Hidden {
    mapping(bytes32 => uint256) m;
    uint256 public total;
    bytes32 constant SECRET = keccak256("a name that is nowhere else in the code");
    function add(uint64 x) external { m[SECRET] += x; total += x; }
    function open(bytes32 k, uint64 x) external { m[k] += x; total += x; }
}

/// Slots that are hashes of something else.
contract Unstructured {
    mapping(address => uint256) m;
    uint256 public total;
    uint256[] public list;
    string public name;
    bytes32 constant IMPLEMENTATION = bytes32(uint256(keccak256("eip1967.proxy.implementation")) - 1);
    bytes32 constant INITIALIZABLE = 0xf0c57e16840df040f15088dc2f81fe391c3923bec73e23a9662efc9c229c6a00;
    function add(uint64 x) external { m[msg.sender] += x; total += x; }
    function push(uint256 x) external { list.push(x); }
    function pop() external { list.pop(); }
    function rename(string calldata n) external { name = n; }
    function upgrade(address a) external { bytes32 s = IMPLEMENTATION; assembly { sstore(s, a) } }
    function initialize() external { bytes32 s = INITIALIZABLE; assembly { sstore(s, 1) } }
}

/// Assembly that writes where it likes.
contract Anywhere {
    mapping(address => uint256) m;
    uint256 public total;
    function add(uint64 x) external { m[msg.sender] += x; total += x; }
    function poke(uint256 slot, uint256 x) external { require(slot > 2 ** 200); assembly { sstore(slot, x) } }
}

/// Negative keys, keys of text at the left of their words, and addresses.
contract Keys {
    mapping(int256 => uint256) signed;
    mapping(bytes32 => uint256) texts;
    mapping(bytes4 => uint256) selectors;
    mapping(address => uint256) accounts;
    mapping(bool => uint256) flags;
    uint256 public total;
    function a(uint64 x) external { signed[-1] += x; total += x; }
    function b(uint64 x) external { texts["ADMIN"] += x; total += x; }
    function c(uint64 x) external { selectors[0x12345678] += x; total += x; }
    function d(uint64 x) external { accounts[0x000000000000000000000000000000000000dEaD] += x; total += x; }
    function e(uint64 x) external { flags[true] += x; total += x; }
    function f(uint64 x) external { accounts[address(0)] += x; total += x; }
}

/// A slot that somebody computed elsewhere: of the key keccak256("nowhere").
contract Precomputed {
    mapping(bytes32 => uint256) m;
    uint256 public total;
    function add(uint64 x) external {
        assembly { let s := 0x06fb522d0248305c101d03837c8c5d22d85dd70a14cd985a5d13327b8e605326 sstore(s, add(sload(s), x)) }
        total += x;
    }
    function open(bytes32 k, uint64 x) external { m[k] += x; total += x; }
}
