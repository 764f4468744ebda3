// SPDX-License-Identifier: MIT
// Compiled to Layout.json by solc 0.8.30: cancun, 200 optimizer runs, no metadata in the code.
pragma solidity 0.8.30;

type Price is int128;

interface IThing { function f() external; }

abstract contract Base { uint256 internal base = 7; function g() external virtual; }

library Outside { function twice(uint256 x) external pure returns (uint256) { return 2 * x; } }

contract NeedsLibrary { function h(uint256 x) external pure returns (uint256) { return Outside.twice(x); } }

contract Layout is Base {
    enum Mode { Off, On }
    struct Bucket { uint128 tokens; uint32 updated; bool enabled; uint256 capacity; }
    error TooMuch(uint256 asked, uint256 available);
    event Moved(address indexed to, uint256 amount, string indexed note);

    uint128 private low = 1;
    int64 private negative = -5;
    Mode private mode = Mode.On;
    bool private flag = true;
    address private owner;
    bytes4 private tag = 0x11223344;
    Bucket private bucket;
    mapping(address => uint256) private shares;
    mapping(address => mapping(bytes32 => int128)) private nested;
    mapping(uint16 => Bucket) private buckets;
    uint64[5] private fixedSmall;
    Bucket[] private list;
    int24[] private ticks;
    string private text = "short";
    Price private price;
    IThing private thing;
    uint256 public immutable limit;

    constructor(uint256 limit_) { limit = limit_; owner = msg.sender; price = Price.wrap(-9); }

    function g() external override {}
    function setPrice(Price p) external { price = p; }
    function put(address a, uint256 x) external { shares[a] = x; emit Moved(a, x, "put"); }
    function move(address a, address b, uint256 x) external {
        if (shares[a] < x) revert TooMuch(x, shares[a]);
        shares[a] -= x; shares[b] += x;
    }
    function nest(address a, bytes32 k, int128 x) external { nested[a][k] = x; }
    function setBucket(uint16 k, Bucket calldata b) external { buckets[k] = b; bucket = b; }
    function push(Bucket[] calldata bs, int24 t) external { for (uint i; i < bs.length; i++) list.push(bs[i]); ticks.push(t); ticks.push(-t); }
    function fill() external { for (uint64 i; i < 5; i++) fixedSmall[i] = i + 1; }
    function get() external view returns (Bucket memory, int64) { return (bucket, negative); }
    function shareOf(address a) external view returns (uint256) { return shares[a]; }
    function putBoth(address a, address b) external { shares[a] = 9; shares[b] = 1; }
    function fixedKey() external { shares[address(5)] = 11; }
    function loop() external { while (true) {} }
    function panic(uint256 x) external returns (uint256) { return 1 / (x - x + (flag ? 0 : 1)); }
    function text_() external view returns (string memory) { return text; }
    function say(string calldata why) external { require(false, why); }
    function time() external view returns (uint256) { return block.timestamp; }
    function take() external payable { require(msg.value > 1, "too little"); }
    function pay(address payable to, uint256 amount) external { to.transfer(amount); }
    function stopped() external view returns (uint256) { require(!flag, "stopped"); return 1; }
    function setFlag(bool f) external { flag = f; }
    receive() external payable {}
}
