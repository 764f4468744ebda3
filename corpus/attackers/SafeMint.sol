// SPDX-License-Identifier: Apache-2.0
pragma solidity 0.8.30;

interface IERC721Receiver {
    function onERC721Received(address operator, address from, uint256 id, bytes calldata data)
        external
        returns (bytes4);
}

/// One for each, counted after the receiver was told.
contract Drop {
    mapping(uint256 => address) public ownerOf;
    mapping(address => uint256) public balanceOf;
    mapping(address => bool) public minted;
    uint256 public next;
    uint256 public most;
    bool private immutable careful;

    constructor(bool c) {
        careful = c;
    }

    function mint() external {
        require(!minted[msg.sender], "only one");
        if (careful) minted[msg.sender] = true;
        _safeMint(msg.sender, next++);
        minted[msg.sender] = true;
    }

    function _safeMint(address to, uint256 id) private {
        ownerOf[id] = to;
        balanceOf[to]++;
        if (balanceOf[to] > most) most = balanceOf[to];
        if (to.code.length > 0) {
            bytes4 answer = IERC721Receiver(to).onERC721Received(msg.sender, address(0), id, "");
            require(answer == IERC721Receiver.onERC721Received.selector, "no receiver");
        }
    }
}
