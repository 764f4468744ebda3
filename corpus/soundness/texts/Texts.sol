// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

/// Text in every place, beside numbers that no text touches.
contract Texts {
    struct Item {
        uint256 count;
        string text;
        uint256 price;
    }

    string public name;
    uint256 public written;
    uint256 public cap = 10;
    mapping(address => string) public uri;
    string[] public list;
    mapping(uint256 => Item) public items;
    Item public one;
    bytes public data;
    uint256[] public numbers;
    mapping(address => uint256) public owed;
    uint256 public total;

    constructor() {
        name = "a name that is longer than thirty-two bytes, so that it has a place of its own";
        one.price = 5;
    }

    function setName(string calldata to) external {
        name = to;
        written++;
    }

    function setUri(string memory to) external {
        uri[msg.sender] = to;
        written++;
    }

    function append(string calldata text) external {
        list.push(text);
        written++;
    }

    function put(uint256 key, string calldata text) external {
        items[key].text = text;
        items[key].count = 7;
        written++;
    }

    function setOne(string calldata text) external {
        one.text = text;
    }

    function setData(bytes calldata to) external {
        data = to;
    }

    function clear() external {
        delete name;
    }

    function copy() external {
        name = uri[msg.sender];
    }

    function takeBack() external {
        list.pop();
    }

    function add(uint256 number) external {
        numbers.push(number);
    }

    function owe(uint256 amount) external {
        owed[msg.sender] += amount;
        total += amount;
    }

    function count() external view returns (uint256) {
        return list.length;
    }

    function size() external view returns (uint256) {
        return bytes(name).length;
    }

    function numbersSize() external view returns (uint256) {
        return numbers.length;
    }

    function nameWord(uint256 index) public view returns (uint256 word) {
        assembly {
            mstore(0, name.slot)
            word := sload(add(keccak256(0, 32), index))
        }
    }

    function secondOfName() external view returns (uint256) {
        return nameWord(1);
    }

    function uriWord(address owner) external view returns (uint256 word) {
        string storage text = uri[owner];
        assembly {
            mstore(0, text.slot)
            word := sload(keccak256(0, 32))
        }
    }
}
