// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Arrays of texts, whose elements have data of their own.
contract Texts {
    string[] private names;
    mapping(address => bytes[]) private blobs;
    mapping(address => uint256) public kept;
    uint256 public level;
    address private immutable owner = msg.sender;

    function add(string calldata name) external {
        names.push(name);
    }

    function addAll(string[] calldata more) external {
        for (uint256 i; i < more.length; i++) names.push(more[i]);
    }

    function replace(uint256 i, string calldata name) external {
        names[i] = name;
    }

    function drop() external {
        require(msg.sender == owner);
        names.pop();
    }

    function store(bytes calldata blob) external {
        blobs[msg.sender].push(blob);
    }

    function set(uint256 n) external {
        require(n % 2 == 0);
        level = n;
    }

    function keep(uint256 n) external {
        require(n <= 10);
        kept[msg.sender] = n;
    }
}
